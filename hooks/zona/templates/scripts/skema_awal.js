(function(d){d.className="js";try{var s=localStorage.getItem("zi-skema");if(s)d.setAttribute("data-skema",s)}catch(e){}})(document.documentElement)
